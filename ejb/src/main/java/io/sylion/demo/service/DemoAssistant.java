package io.sylion.demo.service;

import java.util.List;

/**
 * An assistant of the demo.
 *
 * @param documents names of the Markdown documents that it knows, without ending
 */
record DemoAssistant(String name, String persona, String baseName, List<String> documents) {}
