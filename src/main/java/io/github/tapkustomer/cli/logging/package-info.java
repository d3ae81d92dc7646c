/** The log on stderr: its format, its level, and the options that set both. */
package io.github.tapkustomer.cli.logging;
