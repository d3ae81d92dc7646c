/**
 * What every record is written with: its subject, its relationships, custom attributes and a small
 * vocabulary.
 */
package io.github.tapkustomer.sandbox.record;
