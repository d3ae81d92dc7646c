/**
 * An embedded Kustomer API for first looks and tests. It is written from the API's documentation
 * and uses nothing of the tap: were they to share a class, both could be wrong together.
 */
package io.github.tapkustomer.sandbox;
