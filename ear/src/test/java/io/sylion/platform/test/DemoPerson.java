package io.sylion.platform.test;

/** Those who can sign in to the demo. */
public enum DemoPerson {
    LEA("lea.martin@boutique-lumiere.fr"),
    HUGO("hugo.petit@boutique-lumiere.fr"),
    NINA("nina.costa@atelier-garonne.fr"),
    OPERATOR("operateur@sylion.local");

    public static final String PASSWORD = "Bonjour-Sylion-1";

    private final String email;

    DemoPerson(String email) {
        this.email = email;
    }

    public String email() {
        return email;
    }
}
