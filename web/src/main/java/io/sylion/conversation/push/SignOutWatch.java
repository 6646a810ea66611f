package io.sylion.conversation.push;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** A session that ends, by sign-out or by time, takes its live pages with it. */
@WebListener
public class SignOutWatch implements HttpSessionListener {
    @Inject
    LiveBrowsers browsers;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        browsers.signedOut(event.getSession().getId());
    }
}
