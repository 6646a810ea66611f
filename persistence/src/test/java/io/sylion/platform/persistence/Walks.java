package io.sylion.platform.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Walks through a state machine: all short ones, and long ones by chance that are the same in every run. */
public final class Walks {
    private static final int LONG_ONES = 20_000;
    private static final int LONGEST = 40;

    /** One life of what is tested. */
    @FunctionalInterface
    public interface Life<M> {
        /** Makes the move if the product would make it now, and checks what must hold afterwards. */
        void make(M move);
    }

    private Walks() {}

    /** Every walk of so many moves, each from a new life on. */
    public static <M> void all(List<M> moves, int length, Supplier<Life<M>> birth) {
        int[] walk = new int[length];
        do {
            walk(Arrays.stream(walk).mapToObj(moves::get).toList(), birth.get());
        } while (next(walk, moves.size()));
    }

    private static boolean next(int[] walk, int moves) {
        for (int i = walk.length - 1; i >= 0; i--) {
            walk[i]++;
            if (walk[i] < moves) {
                return true;
            }
            walk[i] = 0;
        }
        return false;
    }

    public static <M> void longOnes(List<M> moves, Supplier<Life<M>> birth) {
        Random chance = new Random(20261124);
        for (int i = 0; i < LONG_ONES; i++) {
            List<M> walk = new ArrayList<>();
            for (int j = 0; j < LONGEST; j++) {
                walk.add(moves.get(chance.nextInt(moves.size())));
            }
            walk(walk, birth.get());
        }
    }

    private static <M> void walk(List<M> walk, Life<M> life) {
        int made = 0;
        try {
            for (M move : walk) {
                made++;
                life.make(move);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("after " + walk.subList(0, made) + ": " + e.getMessage(), e);
        }
    }
}
