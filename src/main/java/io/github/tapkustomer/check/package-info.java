/** Looks at what a sync will meet, before it is run. */
package io.github.tapkustomer.check;
