/**
 * Where providers post to. Checks, reads, hands over to the broker, answers; the rest of the product does not see a provider's
 * JSON.
 */
package io.sylion.channel.hook;
