using Rushes.Engine.Writing.Pictures;
using Rushes.Film.Briefs;
using Rushes.Studio.Pages;

namespace Rushes.Tests.Studio;

public sealed class PromptTextTests
{
    public static TheoryData<Picture[]> Films =>
    [
        new Picture[] { new("/0/a.jpg", "Waves roll in"), new("/1/b.jpg", "Gió thổi \"mạnh\"") },
        new Picture[] { new("/0/a.jpg", "The same for both"), new("/1/b.jpg", "The same for both") },
        new Picture[] { new("/0/a.jpg", "Waves\nroll in"), new("/1/b.jpg", null, "push-in", 4.5), new("/2/c.jpg", "Gió & <mưa>", "drift") },
        new Picture[] { new("/0/a.jpg", "Only the first has one"), new("/1/b.jpg") },
    ];

    [Theory]
    [MemberData(nameof(Films))]
    public void What_was_said_of_pictures_is_written_so_that_it_is_read_the_same_again(Picture[] pictures)
    {
        var text = PromptText.Of(pictures);
        var read = PicturePairing.Pair([.. pictures.Select(picture => picture.Path)], PromptFile.Read(text, "prompts"), null, byName: false);

        // One prompt alone is for all pictures.
        var meant = pictures.Count(picture => picture.Prompt is not null) == 1 ? pictures.Select(picture => picture with { Prompt = pictures[0].Prompt }) : pictures;
        Assert.Equal(meant, read);
    }

    [Fact]
    public void Pictures_of_which_nothing_was_said_leave_the_field_empty() => Assert.Equal("", PromptText.Of([new("/0/a.jpg"), new("/1/b.jpg")]));
}
