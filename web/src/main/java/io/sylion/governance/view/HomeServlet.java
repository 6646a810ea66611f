package io.sylion.governance.view;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The bare address leads to where the person's work begins. */
@WebServlet("")
public class HomeServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String home = SignedIn.of(request).map(SignedIn::home).orElse(SignInMechanism.DOOR);
        response.sendRedirect(request.getContextPath() + home);
    }
}
