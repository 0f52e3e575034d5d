using Microsoft.Extensions.Configuration;

namespace Training.Messaging.Tests;

public sealed class DatabaseChoiceTests
{
    [Theory]
    [InlineData("Data Source=/var/lib/training/curricula.db")]
    [InlineData("data source=curricula.db;Cache=Shared")]
    [InlineData("DataSource=curricula.db")]
    [InlineData("Filename=curricula.db;Pooling=False")]
    [InlineData("Data Source=\"/var/lib/a;b.db\"")]
    public void From_chooses_SQLite_when_the_text_names_a_file(string text) =>
        Assert.Equal(new DatabaseChoice(DatabaseKind.Sqlite, text), From(text));

    [Theory]
    [InlineData("Host=localhost;Database=curricula;Username=training")]
    [InlineData("host=localhost")]
    [InlineData("Server=db.example.org;Port=5433;User Id=training;Password='a;b'")]
    [InlineData("Host=one,two;Target Session Attributes=primary;Max Auto Prepare=0")]
    public void From_chooses_PostgreSQL_when_the_text_names_a_host(string text) =>
        Assert.Equal(new DatabaseChoice(DatabaseKind.Postgres, text), From(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void From_chooses_a_file_in_the_data_folder_when_nothing_is_said(string? text) =>
        Assert.Equal(new DatabaseChoice(DatabaseKind.Sqlite, "Data Source=/data/curricula.db"), From(text));

    [Theory]
    [InlineData("garbage")]
    [InlineData("=")]
    [InlineData("Host")]
    [InlineData("Host=")]
    [InlineData("Data Source=")]
    [InlineData("Username=training;Database=curricula")]
    [InlineData("postgresql://training@localhost/curricula")]
    [InlineData("Host=localhost;Data Source=curricula.db")]
    [InlineData("Host=localhost;Nonsense=1")]
    [InlineData("Host=localhost;Port=many")]
    [InlineData("Data Source=curricula.db;Nonsense=1")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=curricula.db;Mode=Memory")]
    public void From_names_the_setting_and_what_to_write_when_the_text_is_unusable(string text)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => From(text));

        Assert.StartsWith("ConnectionStrings:curricula ", refused.Message);
        Assert.Contains("'Data Source=FILE' or 'Host=", refused.Message);
    }

    [Fact]
    public void From_keeps_the_password_to_itself_when_the_text_is_unusable()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => From("Host=localhost;Password=secret;Nonsense=1"));

        Assert.DoesNotContain("secret", refused.ToString());
    }

    private static DatabaseChoice From(string? text) => DatabaseChoice.From(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:curricula", text)]).Build(), "curricula", "/data");
}
