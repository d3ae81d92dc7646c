/** What the tap can do, for people and for Meltano, from the lists of settings and streams. */
package io.github.tapkustomer.about;
