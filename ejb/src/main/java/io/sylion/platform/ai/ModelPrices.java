package io.sylion.platform.ai;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;

/**
 * What models cost, from {@code sylion.ai.prices}: for each model its name and the price of a million tokens read and written, in
 * the currency of the installation's tenants, for example {@code gemini-3.5-flash=0.30/2.50, mistral-small=0.10/0.30}.
 */
public final class ModelPrices {
    private static final Logger LOG = Logger.getLogger(ModelPrices.class.getName());

    private final Map<String, Price> prices;

    private record Price(BigDecimal read, BigDecimal written) {}

    private ModelPrices(Map<String, Price> prices) {
        this.prices = prices;
    }

    /** What is no price is told in the log and left out: an answer matters more than its price. */
    static ModelPrices of(String list) {
        Map<String, Price> prices = new HashMap<>();
        Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> {
                    try {
                        String[] parts = each.split("[=/]");
                        prices.put(parts[0].strip(), new Price(price(parts[1]), price(parts[2])));
                    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                        LOG.warning(() -> "not a price in sylion.ai.prices: " + each);
                    }
                });
        return new ModelPrices(Map.copyOf(prices));
    }

    private static BigDecimal price(String number) {
        BigDecimal price = new BigDecimal(number.strip());
        if (price.signum() < 0) {
            throw new NumberFormatException("a price is not negative");
        }
        return price;
    }

    /** Millionths of the currency; null when the model is none, its price or the tokens are not known. */
    public Long micros(String model, Integer tokensRead, Integer tokensWritten) {
        Price price = model == null ? null : prices.get(model);
        if (price == null || tokensRead == null || tokensWritten == null) {
            return null;
        }
        return price.read()
                .multiply(BigDecimal.valueOf(tokensRead))
                .add(price.written().multiply(BigDecimal.valueOf(tokensWritten)))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }
}
