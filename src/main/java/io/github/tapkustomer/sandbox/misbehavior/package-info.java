/**
 * Ways in which the API is known, or must be expected, to behave other than its documentation says.
 * Each is switched on by itself; what it does follows from the seed and the requests alone. Changes
 * requests before, and answers after, the endpoints; what concerns the data itself is asked of
 * {@link io.github.tapkustomer.sandbox.misbehavior.Misbehaviors} by the endpoints.
 */
@NullMarked
package io.github.tapkustomer.sandbox.misbehavior;

import org.jspecify.annotations.NullMarked;
