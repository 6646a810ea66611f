package io.sylion.channel.hook;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Everything that is no webhook's address: a short answer instead of the server's own page. */
@WebServlet(urlPatterns = "/")
public class UnknownWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        WebhookAnswer.refuse(response, Refusal.UNKNOWN_ADDRESS);
    }
}
