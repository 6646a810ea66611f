package io.sylion.sandbox.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;

/** Embeddings without a model: words and their beginnings hashed to directions, so that like texts are near. */
final class HashedVector {
    private HashedVector() {}

    static float[] of(String text, int dimension) {
        float[] vector = new float[dimension];
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2 || !word.isEmpty() && Character.isDigit(word.charAt(0))) {
                add(vector, word, 1);
                add(vector, word.substring(0, Math.min(4, word.length())) + '*', 0.6f);
            }
        }
        double square = 0;
        for (float each : vector) {
            square += each * each;
        }
        if (square == 0) {
            vector[0] = 1;
            return vector;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < dimension; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static void add(float[] vector, String word, float weight) {
        SplittableRandom random = new SplittableRandom(word.hashCode() * 0x9E3779B97F4A7C15L);
        for (int i = 0; i < 8; i++) {
            vector[random.nextInt(vector.length)] += random.nextBoolean() ? weight : -weight;
        }
    }
}
