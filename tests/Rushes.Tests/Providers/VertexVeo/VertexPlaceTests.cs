using Rushes.Film.Accounts;
using Rushes.Providers.VertexVeo;

namespace Rushes.Tests.Providers.VertexVeo;

public sealed class VertexPlaceTests
{
    [Theory]
    [InlineData("studio", null, "studio", "us-central1", "https://us-central1-aiplatform.googleapis.com/")]
    [InlineData("studio/europe-west4", null, "studio", "europe-west4", "https://europe-west4-aiplatform.googleapis.com/")]
    [InlineData("projects/studio/locations/asia-southeast1", null, "studio", "asia-southeast1", "https://asia-southeast1-aiplatform.googleapis.com/")]
    [InlineData("studio", "https://europe-west4-aiplatform.googleapis.com", "studio", "europe-west4", "https://europe-west4-aiplatform.googleapis.com/")]
    [InlineData(null, "http://127.0.0.1:9100/", "of-the-key", "us-central1", "http://127.0.0.1:9100/")]
    public void Project_and_region_come_from_the_account(string? projectId, string? address, string project, string region, string expected)
    {
        var place = VertexPlace.Of(AccountOf(projectId, address), "of-the-key")!;
        Assert.Equal((project, region, expected), (place.Project, place.Region, place.Base.AbsoluteUri));
    }

    [Fact]
    public void Without_a_project_there_is_no_place() => Assert.Null(VertexPlace.Of(AccountOf(null, null), null));

    [Theory]
    [InlineData("gs://films/rushes/1/sample_0.mp4", "https://storage.googleapis.com/storage/v1/b/films/o/rushes%2F1%2Fsample_0.mp4?alt=media")]
    [InlineData("gs://films/a b.mp4", "https://storage.googleapis.com/storage/v1/b/films/o/a%20b.mp4?alt=media")]
    [InlineData("gs://films", null)]
    [InlineData("gs:///x.mp4", null)]
    [InlineData("https://elsewhere.example/x.mp4", null)]
    public void A_clip_in_the_storage_is_read_at_its_media_address(string gs, string? expected) =>
        Assert.Equal(expected, VertexPlace.Of(AccountOf("studio", null), null)!.MediaOf(gs)?.AbsoluteUri);

    [Fact]
    public void At_another_address_the_storage_is_there_too_so_that_no_token_leaves_it() => Assert.Equal(
        "http://127.0.0.1:9100/storage/v1/b/films/o/x.mp4?alt=media",
        VertexPlace.Of(AccountOf("studio", "http://127.0.0.1:9100"), null)!.MediaOf("gs://films/x.mp4")?.AbsoluteUri);

    [Fact]
    public void A_method_of_a_model_has_its_address() => Assert.Equal(
        "https://us-central1-aiplatform.googleapis.com/v1/projects/studio/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning",
        VertexPlace.Of(AccountOf("studio", null), null)!.Method("veo-3.1-generate-001", "predictLongRunning").AbsoluteUri);

    private static Account AccountOf(string? project, string? address) =>
        new() { Id = "a", Name = "A", Provider = "vertex-veo", ProjectId = project, BaseUrl = address };
}
