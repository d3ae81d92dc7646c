/** Requests that fail although nothing is wrong with them, as a test says or by chance. */
package io.github.tapkustomer.sandbox.faults;
