package io.sylion.demo.service;

import java.time.Duration;
import java.util.List;

/**
 * An assistant of the demo.
 *
 * @param batchingDelay silence of the customer before it answers
 * @param documents names of the Markdown documents that it knows, without ending; without any it answers from its persona
 */
record DemoAssistant(String name, String persona, Duration batchingDelay, String baseName, List<String> documents) {}
