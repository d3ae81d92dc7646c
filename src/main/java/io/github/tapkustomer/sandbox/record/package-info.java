/**
 * What every record is written with: its subject, its relationships, custom attributes and a small
 * vocabulary.
 */
@NullMarked
package io.github.tapkustomer.sandbox.record;

import org.jspecify.annotations.NullMarked;
