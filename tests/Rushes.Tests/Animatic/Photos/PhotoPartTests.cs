using Rushes.Providers.Animatic.Photos;

namespace Rushes.Tests.Animatic.Photos;

public sealed class PhotoPartTests
{
    public static TheoryData<int> Turns => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Turns))]
    public void A_part_of_the_upright_picture_is_found_in_the_stored_one(int turn)
    {
        var part = new PhotoPart(0.1, 0.2, 0.3, 0.5);
        var stored = part.Stored((PhotoTurn)turn);

        // Every corner of the part, brought to where the camera stored it, is a corner of the stored part.
        var corners = new[] { (part.Left, part.Top), (part.Left + part.Width, part.Top), (part.Left, part.Top + part.Height), (part.Left + part.Width, part.Top + part.Height) };
        foreach (var (x, y) in corners.Select(corner => Store(corner.Item1, corner.Item2, turn)))
        {
            Assert.True(Near(x, stored.Left) || Near(x, stored.Left + stored.Width), $"{x} in {stored}");
            Assert.True(Near(y, stored.Top) || Near(y, stored.Top + stored.Height), $"{y} in {stored}");
        }
    }

    [Fact]
    public void The_largest_part_of_a_proportion_lies_where_it_is_wanted()
    {
        var part = PhotoPart.Filling(2, 1, across: 1);
        Assert.Equal(new PhotoPart(0.5, 0, 0.5, 1), part);
        Assert.Equal(new PhotoPart(0, 0.25, 1, 0.5), PhotoPart.Filling(1, 2));
        Assert.Equal(PhotoPart.Whole, PhotoPart.Filling(1.5, 1.5));
    }

    /// <summary>Where the camera put the point that a person sees at x, y (Exif 2.32: which side of the scene the first row and column are).</summary>
    private static (double X, double Y) Store(double x, double y, int turn) => turn switch
    {
        2 => (1 - x, y),
        3 => (1 - x, 1 - y),
        4 => (x, 1 - y),
        5 => (y, x),
        6 => (y, 1 - x),
        7 => (1 - y, 1 - x),
        8 => (1 - y, x),
        _ => (x, y),
    };

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
