/** The log on stderr: its format, its level, and the options that set both. */
@NullMarked
package io.github.tapkustomer.cli.logging;

import org.jspecify.annotations.NullMarked;
