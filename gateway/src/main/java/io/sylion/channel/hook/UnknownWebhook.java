package io.sylion.channel.hook;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Everything that is no webhook's address, and errors that nobody foresaw: a short answer instead of the server's own page. */
@WebServlet(urlPatterns = "/")
public class UnknownWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        boolean fault =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
        WebhookAnswer.refuse(response, fault ? Refusal.FAULT : Refusal.UNKNOWN_ADDRESS);
    }
}
