package io.sylion.platform.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends the browser to another page of ours. */
public final class Redirect {
    private Redirect() {}

    /** @param path within the application, beginning with a slash */
    public static void to(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext()
                    .redirect(faces.getExternalContext().getRequestContextPath() + (isOurs(path) ? path : "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Shows the page anew, with the parameters of its address. */
    public static void here() {
        HttpServletRequest request = Exchange.request();
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        to(query == null ? path : path + "?" + query);
    }

    /** Whether a path leads to a page of ours and to no other site, whatever a browser makes of its slashes. */
    public static boolean isOurs(String path) {
        return path != null && path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }
}
