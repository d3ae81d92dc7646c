/** What the tap can do, told to people and to Meltano, from the settings and the streams. */
package io.github.tapkustomer.about;
