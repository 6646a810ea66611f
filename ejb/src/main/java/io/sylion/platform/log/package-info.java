/** What stands in the log beside its words. */
package io.sylion.platform.log;
