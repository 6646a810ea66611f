package io.sylion.inbox.view;

/** Digits as people read them. */
final class PhoneNumber {
    private PhoneNumber() {}

    /** "+33 6 12 34 56 78" of French digits; others in groups of three after the first two. */
    static String readable(String digits) {
        if (digits == null || !digits.matches("\\d{5,15}")) {
            return digits;
        }
        if (digits.matches("33\\d{9}")) {
            return "+33 " + digits.charAt(2) + digits.substring(3).replaceAll("(..)", " $1");
        }
        return "+" + digits.substring(0, 2) + digits.substring(2).replaceAll("(.{1,3})", " $1");
    }
}
