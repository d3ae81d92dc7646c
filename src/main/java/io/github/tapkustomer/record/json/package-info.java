/** JSON as bytes: what a parser takes, and how lines are written. */
package io.github.tapkustomer.record.json;
