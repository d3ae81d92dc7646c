/**
 * Ways in which the API is known, or must be expected, to differ from its documentation. Each is
 * switched on by itself; what it does depends only on the seed and the requests. It changes
 * requests before the endpoints and answers after them; for what concerns the data itself, the
 * endpoints ask {@link io.github.tapkustomer.sandbox.misbehavior.Misbehaviors}.
 */
@NullMarked
package io.github.tapkustomer.sandbox.misbehavior;

import org.jspecify.annotations.NullMarked;
