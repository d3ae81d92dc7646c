/** What the tap can do, for people and for Meltano, from the lists of settings and streams. */
@NullMarked
package io.github.tapkustomer.about;

import org.jspecify.annotations.NullMarked;
