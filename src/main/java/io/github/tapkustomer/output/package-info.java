/**
 * The way out: lines and positions in a bounded queue, and the one writer of messages. A STATE
 * follows the lines that it covers and is flushed with them.
 */
package io.github.tapkustomer.output;
