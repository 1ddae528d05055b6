using System.Text;
using Rushes.Film.Scenes;

namespace Rushes.Tests.Scenes;

public sealed class CameraDirectionTests
{
    [Theory]
    [InlineData("Close-up, slow zoom-in", CameraShot.CloseUp, CameraMove.ZoomIn)]
    [InlineData("Wide, static", CameraShot.Wide, CameraMove.Static)]
    [InlineData("Extreme close up on her eyes; the camera slowly pulls back", CameraShot.CloseUp, CameraMove.ZoomOut)]
    [InlineData("MEDIUM SHOT, PAN LEFT", CameraShot.Medium, CameraMove.PanLeft)]
    [InlineData("medium close-up, tilt up", CameraShot.CloseUp, CameraMove.TiltUp)]
    [InlineData("POV", CameraShot.Pov, CameraMove.Handheld)]
    [InlineData("Tracking", CameraShot.Tracking, CameraMove.Tracking)]
    [InlineData("Aerial drone shot", CameraShot.Aerial, CameraMove.ZoomIn)]
    [InlineData("slow zoom", CameraShot.Medium, CameraMove.ZoomIn)]
    [InlineData("Toàn cảnh, lia sang phải", CameraShot.Wide, CameraMove.PanRight)]
    [InlineData("Toàn cảnh trên cao", CameraShot.Aerial, CameraMove.ZoomIn)]
    [InlineData("Cận cảnh khuôn mặt, máy tiến gần chậm", CameraShot.CloseUp, CameraMove.ZoomIn)]
    [InlineData("Trung cảnh, cầm tay", CameraShot.Medium, CameraMove.Handheld)]
    [InlineData("Máy bám theo nhân vật", CameraShot.Tracking, CameraMove.Tracking)]
    [InlineData("Góc nhìn nhân vật, hạ xuống", CameraShot.Pov, CameraMove.TiltDown)]
    public void Free_text_in_two_languages_is_understood(string text, CameraShot shot, CameraMove move)
    {
        Assert.Equal(new CameraDirection(shot, move), CameraDirection.Read(text));
        Assert.Equal(new CameraDirection(shot, move), CameraDirection.Read(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!?")]
    [InlineData("something else entirely")]
    public void What_says_nothing_becomes_a_medium_shot_that_comes_nearer(string? text) =>
        Assert.Equal(new CameraDirection(CameraShot.Medium, CameraMove.ZoomIn), CameraDirection.Read(text));

    [Fact]
    public void A_word_inside_another_one_does_not_count() =>
        Assert.Equal(CameraMove.ZoomIn, CameraDirection.Read("Pancake and cantilever").Move);
}
