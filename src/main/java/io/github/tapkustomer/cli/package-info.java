/**
 * The command line: commands and their options, the only owner of stdout, the only {@code exit},
 * and the exit code of each failure.
 */
@NullMarked
package io.github.tapkustomer.cli;

import org.jspecify.annotations.NullMarked;
