/** How far a sync has come, for people to watch on stderr. */
package io.github.tapkustomer.progress;
