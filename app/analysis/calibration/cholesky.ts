/** Lower factor of a symmetric positive definite matrix, row-major, in place of its lower half. */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row += 1) {
    const rowStart = row * size;
    for (let column = 0; column <= row; column += 1) {
      const columnStart = column * size;
      let sum = matrix[rowStart + column]!;
      for (let at = 0; at < column; at += 1) sum -= matrix[rowStart + at]! * matrix[columnStart + at]!;
      matrix[rowStart + column] = row === column ? Math.sqrt(sum) : sum / matrix[columnStart + column]!;
    }
  }
  return matrix;
}

export function logDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) sum += Math.log(factor[at * size + at]!);
  return 2 * sum;
}

/** L⁻¹v. */
export function solveLower(factor: Float64Array, size: number, vector: Float64Array): Float64Array {
  const result = Float64Array.from(vector);
  for (let row = 0; row < size; row += 1) {
    let sum = result[row]!;
    for (let at = 0; at < row; at += 1) sum -= factor[row * size + at]! * result[at]!;
    result[row] = sum / factor[row * size + row]!;
  }
  return result;
}

/** L⁻ᵀv. */
export function solveUpper(factor: Float64Array, size: number, vector: Float64Array): Float64Array {
  const result = Float64Array.from(vector);
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = result[row]! / factor[row * size + row]!;
    result[row] = value;
    for (let at = 0; at < row; at += 1) result[at]! -= factor[row * size + at]! * value;
  }
  return result;
}
