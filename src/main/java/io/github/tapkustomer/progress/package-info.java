/** How far a sync has come, for people to watch on stderr. */
@NullMarked
package io.github.tapkustomer.progress;

import org.jspecify.annotations.NullMarked;
