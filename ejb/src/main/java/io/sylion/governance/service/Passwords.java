package io.sylion.governance.service;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Argon2id in PHC form. Each check takes 19 MiB and some tens of milliseconds on purpose; few run at once, so that a rush at
 * the door does not exhaust the server's memory.
 */
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19456, 2, 1, 32, Argon2.ID);

    private final Semaphore places = new Semaphore(4);
    /** Checked for unknown e-mails: an answer takes as long for them as for known ones. */
    private final String nobody = hash("nobody signs in with this");

    String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    /** @param hash null when there is no such person: then the answer is false, after the same time */
    boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            String compared = hash == null ? nobody : hash;
            boolean matched = Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
            return matched && hash != null;
        } finally {
            places.release();
        }
    }
}
