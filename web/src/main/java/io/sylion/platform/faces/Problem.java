package io.sylion.platform.faces;

import io.sylion.governance.api.NotOperator;
import io.sylion.governance.api.NotPermitted;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;

/** What went wrong, as far as a visitor needs to know: four cases, and never a word of the failure itself. */
@Named
@RequestScoped
public class Problem {
    /** Named as in the texts. */
    private enum Kind {
        FORBIDDEN(HttpServletResponse.SC_FORBIDDEN),
        MISSING(HttpServletResponse.SC_NOT_FOUND),
        EXPIRED(HttpServletResponse.SC_OK),
        FAILED(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);

        private final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private static final Set<String> MISSING =
            Set.of("ChannelNotFound", "ConversationNotFound", "DecisionNotFound", "GapNotFound", "KnowledgeNotFound");

    private Kind kind;

    /** Key of the texts; also gives the answer the status of a failure of ours, which the server cannot know. */
    public String getKind() {
        if (kind == null) {
            HttpServletRequest request = Exchange.request();
            kind = find(request);
            boolean failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
            boolean told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
            if ((failure || !told) && !Exchange.response().isCommitted()) {
                Exchange.response().setStatus(kind.status);
            }
        }
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Kind find(HttpServletRequest request) {
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof NotPermitted || each instanceof NotOperator) {
                return Kind.FORBIDDEN;
            }
            if (MISSING.contains(each.getClass().getSimpleName())) {
                return Kind.MISSING;
            }
            if (each instanceof ViewExpiredException) {
                return Kind.EXPIRED;
            }
        }
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return switch (status == null ? HttpServletResponse.SC_NOT_FOUND : status) {
            case HttpServletResponse.SC_FORBIDDEN, HttpServletResponse.SC_UNAUTHORIZED -> Kind.FORBIDDEN;
            case HttpServletResponse.SC_NOT_FOUND -> Kind.MISSING;
            default -> Kind.FAILED;
        };
    }
}
