/** JSON written straight into a byte array. Uses nothing else of the sandbox. */
package io.github.tapkustomer.sandbox.json;
