/** What every package may use: failures and their exit codes, secrets, times, and JSON files. */
@NullMarked
package io.github.tapkustomer;

import org.jspecify.annotations.NullMarked;
