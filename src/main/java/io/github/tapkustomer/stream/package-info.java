/**
 * The list of streams and all that differs between them: the endpoint, how it is replicated, the
 * roles that it needs, its columns. Everything else works for every stream alike and asks an {@link
 * io.github.tapkustomer.stream.Endpoint} by its visitor.
 */
package io.github.tapkustomer.stream;
