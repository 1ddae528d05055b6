namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// Summed tables over cells of 16x16 pixels: how many cells of a rectangle show anything, and how many let anything through. A question costs four
/// reads, whatever the rectangle's size.
/// </summary>
internal sealed class Coverage
{
    private const int Cell = 16;
    private readonly int _stride;
    private readonly int[] _shown;
    private readonly int[] _leaky;

    private Coverage(int columns, int rows)
    {
        _stride = columns + 1;
        _shown = new int[_stride * (rows + 1)];
        _leaky = new int[_stride * (rows + 1)];
    }

    public static Coverage Unknown { get; } = new(0, 0);

    /// <summary>Measures an alpha plane.</summary>
    public static unsafe Coverage Of(byte* alpha, int width, int height)
    {
        var columns = (width + Cell - 1) / Cell;
        var rows = (height + Cell - 1) / Cell;
        var coverage = new Coverage(columns, rows);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                bool shown = false, leaky = false;
                var across = Math.Min(Cell, width - column * Cell);
                for (var y = row * Cell; y < Math.Min(height, (row + 1) * Cell); y++)
                {
                    var line = new ReadOnlySpan<byte>(alpha + (long)y * width + column * Cell, across);
                    shown |= line.ContainsAnyExcept((byte)0);
                    leaky |= line.ContainsAnyExcept(byte.MaxValue);
                }

                coverage.Count(column, row, shown, leaky);
            }
        }

        return coverage;
    }

    /// <summary>Whether any pixel between the two corners (inclusive) shows something.</summary>
    public bool Shows(int left, int top, int right, int bottom) => Sum(_shown, left, top, right, bottom) > 0;

    /// <summary>Whether every pixel between the two corners (inclusive) hides what is under it.</summary>
    public bool Hides(int left, int top, int right, int bottom) => Sum(_leaky, left, top, right, bottom) == 0;

    private void Count(int column, int row, bool shown, bool leaky)
    {
        var at = (row + 1) * _stride + column + 1;
        _shown[at] = (shown ? 1 : 0) + _shown[at - 1] + _shown[at - _stride] - _shown[at - _stride - 1];
        _leaky[at] = (leaky ? 1 : 0) + _leaky[at - 1] + _leaky[at - _stride] - _leaky[at - _stride - 1];
    }

    private int Sum(int[] table, int left, int top, int right, int bottom)
    {
        var (x0, x1) = (left / Cell, right / Cell + 1);
        var (y0, y1) = (top / Cell * _stride, (bottom / Cell + 1) * _stride);
        return table[y1 + x1] - table[y1 + x0] - table[y0 + x1] + table[y0 + x0];
    }
}
