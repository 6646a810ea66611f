package io.sylion.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Says on the page what came of an action; kept over a redirect. */
@RequestScoped
public class Messages {
    @Inject
    Texts texts;

    public void info(String feature, String key, Object... values) {
        add(FacesMessage.SEVERITY_INFO, texts.get(feature, key, values));
    }

    public void error(String feature, String key, Object... values) {
        add(FacesMessage.SEVERITY_ERROR, texts.get(feature, key, values));
    }

    private static void add(FacesMessage.Severity severity, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }
}
