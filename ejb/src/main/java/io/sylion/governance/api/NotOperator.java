package io.sylion.governance.api;

/** Only the operator of the installation may do this. */
public class NotOperator extends RuntimeException {
    public NotOperator() {
        super("needs the operator");
    }
}
