/**
 * What the environment says about the way to the API: which proxy leads there, which hosts need
 * none, and whose certificates to trust. It sets up an OkHttp client and words the failures that
 * these cause.
 *
 * <p>Uses the root package alone.
 *
 * <p>Invariant: a password in a variable is never repeated.
 */
@NullMarked
package io.github.tapkustomer.http.network;

import org.jspecify.annotations.NullMarked;
