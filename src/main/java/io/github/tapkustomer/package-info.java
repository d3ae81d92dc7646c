/** What every package may use: failures and their exit codes, secrets, times, and JSON files. */
package io.github.tapkustomer;
