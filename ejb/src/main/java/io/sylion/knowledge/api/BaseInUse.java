package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A base cannot be deleted: without it somebody would answer from nothing. */
@ApplicationException(rollback = true)
public class BaseInUse extends RuntimeException {
    private final List<String> users;

    /** @param users names of those who need it */
    public BaseInUse(List<String> users) {
        super("the base is in use by " + users.size());
        this.users = List.copyOf(users);
    }

    public List<String> users() {
        return users;
    }
}
