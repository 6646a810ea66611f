/**
 * Turns a file of a member into plain text with Markdown's headings, lists and tables. Foreign files are hostile until read, so this
 * is a program of its own that the server starts for one file: what it may use of memory and time is bounded from outside, and when
 * it breaks nothing else does.
 */
package io.sylion.reader;
